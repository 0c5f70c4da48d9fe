package org.lethe.mail.letter;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.letter.LossReason;

/** That a letter of an account is not known to have arrived. */
public record Loss(AccountId account, LossReason reason) {}

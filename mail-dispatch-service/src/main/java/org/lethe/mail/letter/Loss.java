package org.lethe.mail.letter;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.letter.LossReason;

/**
 * That a letter of an account is not known to have arrived.
 *
 * @param ofNotice whether the letter was itself to tell of a loss
 */
public record Loss(AccountId account, LossReason reason, boolean ofNotice) {}

package org.lethe.chat.visitor;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;

/** A chat that a visitor asks for, before there is anything in it. */
record NewChat(ChatId id, AccountId account, VisitId visit) {}

package org.lethe.chat.visitor;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.BearerToken;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;

/**
 * The answer to a request for a chat.
 *
 * @param token opens the chat's socket, and what belongs to the chat elsewhere
 * @param position in the queue, from 1
 */
public record ChatGranted(
        ChatId chat, BearerToken token, ChatState state, @Nullable Integer position) {}

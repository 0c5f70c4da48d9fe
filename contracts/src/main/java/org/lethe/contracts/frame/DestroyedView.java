package org.lethe.contracts.frame;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.id.ReferenceNumber;

/**
 * What was destroyed when a chat ended, for people to read.
 *
 * @param messages the entries of its log, and the question that it began with
 * @param receipt whoever has this number can fetch the signed receipt for a day; absent when
 *     nothing is left from which one could be made
 * @param reference finds the letters of the chat while there are any, and nothing afterwards
 */
public record DestroyedView(
        int messages,
        int files,
        Instant at,
        @Nullable ChatReceiptId receipt,
        @Nullable ReferenceNumber reference) {}

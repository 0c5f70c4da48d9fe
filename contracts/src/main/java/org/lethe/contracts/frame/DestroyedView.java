package org.lethe.contracts.frame;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatReceiptId;

/**
 * What was destroyed when a chat ended, for people to read.
 *
 * @param messages the entries of its log, and the question that it began with
 * @param receipt whoever has this number can fetch the signed receipt for a day; absent when
 *     nothing is left from which one could be made
 */
public record DestroyedView(int messages, int files, Instant at, @Nullable ChatReceiptId receipt) {}

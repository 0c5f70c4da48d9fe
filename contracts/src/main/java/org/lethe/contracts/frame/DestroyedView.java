package org.lethe.contracts.frame;

import java.time.Instant;

/**
 * What was destroyed when a chat ended, for people to read.
 *
 * @param messages the entries of its log, and the question that it began with
 */
public record DestroyedView(int messages, int files, Instant at) {}

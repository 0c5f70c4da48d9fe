package org.lethe.stack.inbox;

import java.util.List;

/**
 * A part of the list of mails.
 *
 * @param total how many there are in all
 * @param mails newest first
 */
record MailPage(int total, List<MailSummary> mails) {}

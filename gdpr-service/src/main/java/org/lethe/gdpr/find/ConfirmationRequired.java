package org.lethe.gdpr.find;

/**
 * What a caller is told who named several subjects: members of the problem.
 *
 * @param subjects how many there are
 * @param confirmation sent with the same selectors, it says that all are meant
 */
public record ConfirmationRequired(int subjects, String confirmation) {}

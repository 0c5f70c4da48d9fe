package org.lethe.house.answer;

/**
 * An answer as a test received it.
 *
 * @param path as it was asked for, still encoded and without a query
 * @param contentType empty if the answer names none
 */
public record Answer(String method, String path, int status, String contentType, byte[] body) {}

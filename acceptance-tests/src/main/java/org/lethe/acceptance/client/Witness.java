package org.lethe.acceptance.client;

/**
 * Sees every answer that a {@link Gateway} receives; found on the class path, as tests have one.
 */
public interface Witness {

    /**
     * @param path still encoded, and without a query
     */
    void saw(String method, String path, Answer answer);
}

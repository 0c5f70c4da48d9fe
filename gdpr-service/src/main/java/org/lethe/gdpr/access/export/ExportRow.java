package org.lethe.gdpr.access.export;

/**
 * A line of the page.
 *
 * @param depth how far it is set in, from 0
 * @param value empty above lines that are set in further
 */
public record ExportRow(int depth, String label, String value) {

    @Override
    public String toString() {
        return "[redacted]";
    }
}

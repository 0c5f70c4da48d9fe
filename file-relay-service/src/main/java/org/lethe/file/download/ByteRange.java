package org.lethe.file.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a request asks for (RFC 9110, section 14).
 *
 * <p>A header that is not understood, and one with several ranges, is answered with the whole file,
 * as the RFC allows.
 */
sealed interface ByteRange {

    /** All of it, status 200. */
    record Whole(long size) implements ByteRange {}

    /** A part of it, status 206; both ends included. */
    record Part(long first, long last, long size) implements ByteRange {

        long length() {
            return last - first + 1;
        }

        String contentRange() {
            return "bytes " + first + "-" + last + "/" + size;
        }
    }

    /** Nothing of it, status 416. */
    record Unsatisfiable(long size) implements ByteRange {

        String contentRange() {
            return "bytes */" + size;
        }
    }

    /** At most 18 digits, so that every number fits into a long. */
    Pattern FORM = Pattern.compile("(?i:bytes)=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    static ByteRange of(@Nullable String header, long size) {
        return header == null ? new Whole(size) : parse(header, size).orElse(new Whole(size));
    }

    private static Optional<ByteRange> parse(String header, long size) {
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            return Optional.empty();
        }
        String first = form.group(1);
        String last = form.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(number(last), size));
        }
        if (!last.isEmpty() && number(last) < number(first)) {
            return Optional.empty();
        }
        long end = last.isEmpty() ? size - 1 : Math.min(number(last), size - 1);
        return Optional.of(
                number(first) >= size
                        ? new Unsatisfiable(size)
                        : new Part(number(first), end, size));
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0
                ? new Unsatisfiable(size)
                : new Part(Math.max(0, size - length), size - 1, size);
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }
}

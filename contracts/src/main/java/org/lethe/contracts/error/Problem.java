package org.lethe.contracts.error;

/** What a refused request is answered with, as {@code application/problem+json} (RFC 9457). */
public record Problem(String type, String title, int status, String code, boolean retryable) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ErrorCode code) {
        return new Problem(
                "urn:lethe:problem:" + code.code(),
                code.title(),
                code.httpStatus(),
                code.code(),
                code.retryable());
    }
}

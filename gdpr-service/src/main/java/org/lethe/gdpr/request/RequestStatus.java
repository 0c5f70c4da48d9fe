package org.lethe.gdpr.request;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The status of a request in the words of OpenDSR. */
public enum RequestStatus {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RequestStatus of(Progress progress) {
        return switch (progress) {
            case Progress.Unconfirmed _, Progress.Received _ -> PENDING;
            case Progress.Resolved _, Progress.Effective _ -> IN_PROGRESS;
            case Progress.Answered _ -> COMPLETED;
            case Progress.Cancelled _ -> CANCELLED;
        };
    }
}

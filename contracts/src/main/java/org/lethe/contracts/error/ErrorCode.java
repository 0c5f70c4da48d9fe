package org.lethe.contracts.error;

import org.lethe.contracts.Coded;

/**
 * Everything that Lethe refuses, with its stable code.
 *
 * <p>What belongs to another account, and what the caller has no right to, is {@link #NOT_FOUND}:
 * an answer never tells whether a thing exists. Close codes from 4000 tell a client not to come
 * back, those from 4500 to reconnect.
 */
public enum ErrorCode implements Coded {
    TOKEN_MISSING(401, 4401, "A token is needed."),
    TOKEN_INVALID(401, 4402, "The token is not valid, or no longer."),
    ORIGIN_REFUSED(403, 4403, "The page's origin is not allowed."),
    MALFORMED(400, 4400, "The request can't be understood."),
    /** Who is of several accounts, or of none, says with each request which one it is for. */
    ACCOUNT_REQUIRED(400, 4434, "The request must say which account it is for."),
    /** A newer client's, perhaps: its socket stays open. */
    FRAME_UNKNOWN(400, 4432, "Frames of this kind are not known here."),
    /** Letters beyond ASCII before the @: few mail servers pass them on. */
    MAILBOX_UNSUPPORTED(400, 4424, "Mail can't be sent to an address with such letters."),
    TOO_LARGE(413, 4413, "The request is too large."),
    UNSUPPORTED_TYPE(415, 4415, "The content type is not supported."),
    NOT_FOUND(404, 4404, "There is nothing here."),
    METHOD_NOT_ALLOWED(405, 4405, "The method is not allowed here."),
    CHAT_ENDED(410, 4410, "The chat has ended."),
    SCOPE_DESTROYED(410, 4411, "The data was destroyed."),
    /** Nobody destroyed it: the store that held it was lost, and nothing of it is left. */
    SCOPE_LOST(410, 4417, "The data was lost with its store."),
    CONFLICT(409, 4409, "The request contradicts the present state."),
    /** Who asks for it can't confirm it, too. */
    SECOND_PERSON_REQUIRED(409, 4435, "A second person must confirm it."),
    PRECONDITION_FAILED(412, 4412, "It was changed by somebody else meanwhile."),
    PRECONDITION_REQUIRED(428, 4428, "The request must say which version it changes."),
    CONSENT_MISSING(422, 4422, "Consent is needed first."),
    NOBODY_ONLINE(409, 4423, "No operator is online."),
    QUEUE_FULL(409, 4430, "Too many are waiting already."),
    FILE_EMPTY(422, 4418, "The file is empty."),
    CHAT_NOT_ACCEPTED(409, 4433, "Nobody has accepted the chat yet."),
    /** What names a data subject finds several; who means them all says so by a token. */
    CONFIRMATION_REQUIRED(409, 4436, "More than one person is found; that must be confirmed."),
    /** Its records are no longer those that its tree was made of. */
    LEDGER_CHANGED(409, 4437, "The ledger is not what its tree was made of."),
    CHAT_FILES_FULL(409, 4431, "The chat takes no more files."),
    FILE_TYPE_REFUSED(415, 4416, "Files of this type are not accepted."),
    /** While a socket was open: who comes back with a fresh one goes on. */
    TOKEN_EXPIRED(401, 4501, "The token has run out; a fresh one is needed."),
    TOO_MANY_REQUESTS(429, 4529, "There were too many requests."),
    ACCOUNT_FILES_FULL(429, 4531, "So many files are not taken at a time."),
    TOO_SLOW(408, 4532, "It came too slowly."),
    UNAVAILABLE(503, 4503, "The service can't answer now."),
    ADMISSION_CLOSED(503, 4504, "No new personal data is accepted now."),
    /** The store is so full that what lives in it needs the rest. */
    NO_ROOM(503, 4505, "There is no room for more just now."),
    INTERNAL(500, 4500, "Something went wrong.");

    private static final int FIRST_RECONNECT = 4500;

    private final int httpStatus;
    private final int closeCode;
    private final String title;

    ErrorCode(int httpStatus, int closeCode, String title) {
        this.httpStatus = httpStatus;
        this.closeCode = closeCode;
        this.title = title;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** The WebSocket close code, from 4000 to 4999. */
    public int closeCode() {
        return closeCode;
    }

    /** Whether the same request can succeed later; a socket's client then reconnects. */
    public boolean retryable() {
        return closeCode >= FIRST_RECONNECT;
    }

    public String title() {
        return title;
    }
}

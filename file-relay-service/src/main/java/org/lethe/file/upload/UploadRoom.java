package org.lethe.file.upload;

import java.util.List;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.file.access.ChatAccess;
import org.lethe.runtime.limit.Limit;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.limit.Subject;
import org.lethe.runtime.problem.Refusal;

/** What an upload may use of the store; what it did not use is given back when it is closed. */
final class UploadRoom implements AutoCloseable {

    private final Limits limits;
    private final List<Share> shares;
    private long unused;

    private UploadRoom(Limits limits, List<Share> shares, long bytes) {
        this.limits = limits;
        this.shares = shares;
        this.unused = bytes;
    }

    /** Takes room in the chat and the account, or throws a {@link Refusal} that says where not. */
    static UploadRoom take(Limits limits, ChatAccess access, long bytes) {
        var ofChat = new Share(Limit.UPLOADS_PER_CHAT, Subject.of(access.chat()));
        var ofAccount = new Share(Limit.UPLOADS_PER_ACCOUNT, Subject.of(access.account()));
        long taken = Math.max(1, bytes);
        if (!limits.take(ofChat.limit(), ofChat.who(), taken)) {
            throw new Refusal(ErrorCode.CHAT_FILES_FULL);
        }
        if (!limits.take(ofAccount.limit(), ofAccount.who(), taken)) {
            limits.giveBack(ofChat.limit(), ofChat.who(), taken);
            throw new Refusal(ErrorCode.ACCOUNT_FILES_FULL);
        }
        return new UploadRoom(limits, List.of(ofChat, ofAccount), taken);
    }

    /** So much lies in the store now. */
    void used(long bytes) {
        unused = Math.max(0, unused - bytes);
    }

    @Override
    public void close() {
        if (unused > 0) {
            shares.forEach(share -> limits.giveBack(share.limit(), share.who(), unused));
        }
    }

    private record Share(Limit limit, Subject who) {}
}

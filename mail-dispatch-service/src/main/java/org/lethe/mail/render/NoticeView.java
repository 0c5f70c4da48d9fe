package org.lethe.mail.render;

import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.letter.LostNotice;

/**
 * The notice of a lost letter as its templates show it; it knows nothing of the letter's content.
 */
public record NoticeView(String template, String subject, String account, String letter, String at)
        implements LetterView {

    static NoticeView of(LostNotice notice) {
        var times = new LetterTimes(notice.timeZone());
        String account = PlainText.line(notice.accountName());
        return new NoticeView(
                template(notice.reason()),
                title(notice.reason())
                        + ": "
                        + Fence.around(account)
                        + ", "
                        + times.brief(notice.at()),
                account,
                notice.lost().value(),
                times.full(notice.at()));
    }

    /** Each reason has a story of its own. */
    private static String template(LossReason reason) {
        return switch (reason) {
            case NOT_TAKEN -> "notice";
            case PERHAPS_DELIVERED -> "notice-perhaps-delivered";
            case STORE_LOST -> "notice-store-lost";
        };
    }

    private static String title(LossReason reason) {
        return switch (reason) {
            case NOT_TAKEN, STORE_LOST -> "A letter was lost";
            case PERHAPS_DELIVERED -> "A letter may not have arrived";
        };
    }
}

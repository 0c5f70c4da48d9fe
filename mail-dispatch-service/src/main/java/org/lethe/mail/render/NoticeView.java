package org.lethe.mail.render;

import org.lethe.contracts.letter.LossReason;
import org.lethe.contracts.letter.LostNotice;

/**
 * The notice of a letter that is not known to have arrived as its templates show it; it knows
 * nothing of the letter's content.
 */
public record NoticeView(
        String subject, String title, String account, LossReason reason, String letter, String at)
        implements LetterView {

    @Override
    public String template() {
        return "notice";
    }

    static NoticeView of(LostNotice notice) {
        var times = new LetterTimes(notice.timeZone());
        String account = PlainText.line(notice.accountName());
        String title = title(notice.reason());
        return new NoticeView(
                title + ": " + Fence.around(account) + ", " + times.brief(notice.at()),
                title,
                account,
                notice.reason(),
                notice.lost().value(),
                times.full(notice.at()));
    }

    private static String title(LossReason reason) {
        return switch (reason) {
            case NOT_DELIVERED -> "A letter was lost";
            case PERHAPS_DELIVERED -> "A letter may not have arrived";
            case STORE_LOST -> "A letter was lost with its store";
        };
    }

    public boolean isNotDelivered() {
        return reason == LossReason.NOT_DELIVERED;
    }

    public boolean isPerhapsDelivered() {
        return reason == LossReason.PERHAPS_DELIVERED;
    }
}

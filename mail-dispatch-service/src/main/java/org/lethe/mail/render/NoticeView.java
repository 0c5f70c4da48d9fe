package org.lethe.mail.render;

import org.lethe.contracts.letter.LostNotice;

/**
 * The notice of a lost letter as its templates show it; it knows nothing of the letter's content.
 */
public record NoticeView(String subject, String account, String letter, String at)
        implements LetterView {

    @Override
    public String template() {
        return "notice";
    }

    static NoticeView of(LostNotice notice) {
        var times = new LetterTimes(notice.timeZone());
        String account = PlainText.line(notice.accountName());
        return new NoticeView(
                "A letter was lost: " + Fence.around(account) + ", " + times.brief(notice.at()),
                account,
                notice.lost().value(),
                times.full(notice.at()));
    }
}

package org.lethe.mail.render;

import org.lethe.contracts.letter.LostChatsNotice;

/** The notice of lost chats as its templates show it; it knows nothing of what was said in them. */
public record LostChatsView(String subject, String account, String chats, String at)
        implements LetterView {

    @Override
    public String template() {
        return "lost-chats";
    }

    static LostChatsView of(LostChatsNotice notice) {
        var times = new LetterTimes(notice.timeZone());
        String account = PlainText.line(notice.accountName());
        return new LostChatsView(
                "Chats were lost: " + Fence.around(account) + ", " + times.brief(notice.at()),
                account,
                Integer.toString(notice.chats()),
                times.full(notice.at()));
    }
}

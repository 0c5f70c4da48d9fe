package org.lethe.stack.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailBoxTest {

    private static final int MOST = 1_000;

    private final MailBox box = new MailBox(Clock.systemUTC(), MOST);

    @Test
    void listsPartByPartNewestFirst() {
        for (int at = 1; at <= 5; at++) {
            add("mail " + at, 10);
        }

        assertThat(ids(Long.MAX_VALUE)).containsExactly(5L, 4L);
        assertThat(ids(4)).containsExactly(3L, 2L);
        assertThat(ids(2)).containsExactly(1L);
        assertThat(ids(1)).isEmpty();
        assertThat(box.page(2, 2).total()).isEqualTo(5);
        assertThat(box.page(6, 1).mails().getFirst().subject()).isEqualTo("mail 5");
    }

    @Test
    void letsTheOldestGoWhenThereAreTooMany() {
        for (int at = 1; at <= 5; at++) {
            add("mail", 400);
        }

        assertThat(ids(Long.MAX_VALUE)).containsExactly(5L, 4L);
        assertThat(box.find(3)).isEmpty();
        add("a mail that is too large by itself", 2 * MOST);
        assertThat(ids(Long.MAX_VALUE)).containsExactly(6L);
        box.clear();
        add("mail", 400);
        add("mail", 400);
        assertThat(box.page(Long.MAX_VALUE, 9).total()).isEqualTo(2);
    }

    private List<Long> ids(long before) {
        return box.page(before, 2).mails().stream().map(MailSummary::id).toList();
    }

    private void add(String subject, int length) {
        String mail = "Subject: " + subject + "\r\n\r\n" + "x".repeat(length);
        box.add("chat@lethe.example", List.of("to@acme.example"), false, mail.getBytes(UTF_8));
    }
}

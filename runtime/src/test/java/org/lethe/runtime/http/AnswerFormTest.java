package org.lethe.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.runtime.http.AnswerForm.HTML;
import static org.lethe.runtime.http.AnswerForm.JSON;
import static org.lethe.runtime.http.AnswerForm.JSON_LD;
import static org.lethe.runtime.http.AnswerForm.ZIP;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFormTest {

    @Test
    void prefersWhatTheRequestPrefers() {
        assertThat(
                        AnswerForm.wanted(
                                "application/json;q=0.5, Text/HTML, application/zip ; q=0.75,"
                                        + " application/ld+json;profile=x;q=0.1"))
                .containsExactly(HTML, ZIP, JSON, JSON_LD);
    }

    @Test
    void takesABrowserForSomebodyWhoReads() {
        assertThat(AnswerForm.wanted("text/html,application/xhtml+xml,application/xml;q=0.9,*/*"))
                .containsExactly(HTML);
    }

    @Test
    void leavesOutWhatIsRefused() {
        assertThat(AnswerForm.wanted("text/html;q=0, application/zip;q=much, application/json"))
                .containsExactly(JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*/*", ",;,;=", "application/x-jane-doe", "text/*"})
    void namesNothingThatIsNotOurs(String accept) {
        assertThat(AnswerForm.wanted(accept)).isEmpty();
    }

    @Test
    void namesNothingWhereNothingIsSaid() {
        assertThat(AnswerForm.wanted(null)).isEmpty();
    }
}

package org.lethe.presence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.frame.VisitorsServerFrame;
import org.lethe.contracts.frame.VisitorsServerFrame.Changed;
import org.lethe.contracts.frame.VisitorsServerFrame.Gone;
import org.lethe.contracts.frame.VisitorsServerFrame.Visitors;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.PageTitle;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.visit.PageTrail;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.presence.visit.Sample;
import org.lethe.presence.visit.StoredVisit;
import org.lethe.runtime.socket.FrameCodec;

class VisitorFramesTest {

    private static final PageView PAGE =
            new PageView(
                    PageUrl.of("https://shop.example/"),
                    new PageTitle("x".repeat(8_000)),
                    Instant.parse("2026-01-01T10:00:00Z"));

    private static final int LONGEST = 50;

    private final SecureRandom random = new SecureRandom();

    @Test
    void sendsAFewVisitorsInOneFrame() {
        List<VisitorView> views = views(10, 1);

        assertThat(VisitorFrames.list(views)).containsExactly(new Visitors(views));
        assertThat(VisitorFrames.changes(views, List.of())).containsExactly(new Changed(views));
    }

    @Test
    void sendsAnEmptyListButNoEmptyChange() {
        assertThat(VisitorFrames.list(List.of())).containsExactly(new Visitors(List.of()));
        assertThat(VisitorFrames.changes(List.of(), List.of())).isEmpty();
    }

    @Test
    void keepsFramesOfLongViewsShort() {
        List<VisitorView> views = views(200, 10);

        List<VisitorsServerFrame> frames = VisitorFrames.list(views);

        assertThat(frames.stream().flatMap(VisitorFramesTest::visitors))
                .containsExactlyElementsOf(views);
        assertThat(frames)
                .allSatisfy(frame ->
                        assertThat(FrameCodec.write(frame).length())
                                .isLessThan(VisitorFrames.MAX_LENGTH));
    }

    @Test
    void sendsAViewThatIsTooLongByItself() {
        List<VisitorView> views = views(2, LONGEST);

        assertThat(VisitorFrames.changes(views, List.of()))
                .containsExactly(
                        new Changed(views.subList(0, 1)), new Changed(views.subList(1, 2)));
    }

    @Test
    void tellsWhoIsGoneAfterWhatChanged() {
        VisitId gone = VisitId.mint("ep0c", random);

        assertThat(VisitorFrames.changes(views(1, 1), List.of(gone)).getLast())
                .isEqualTo(new Gone(List.of(gone)));
    }

    private List<VisitorView> views(int count, int pages) {
        return IntStream.range(0, count).mapToObj(at -> view(pages)).toList();
    }

    private VisitorView view(int pages) {
        StoredVisit visit = Sample.visit(VisitId.mint("ep0c", random), new AccountId("acme"));
        VisitDocument document = visit.document();
        return new StoredVisit(
                        visit.visit(),
                        visit.account(),
                        new VisitDocument(
                                document.since(),
                                new PageTrail(Collections.nCopies(pages, PAGE)),
                                document.referrer(),
                                document.location(),
                                document.client(),
                                document.details(),
                                document.consent()),
                        visit.address(),
                        visit.leaving(),
                        visit.chat(),
                        visit.operator())
                .view(true);
    }

    private static Stream<VisitorView> visitors(VisitorsServerFrame frame) {
        return switch (frame) {
            case Visitors all -> all.visitors().stream();
            case Changed some -> some.visitors().stream();
            default -> Stream.of();
        };
    }
}

package org.lethe.presence.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.frame.VisitorsServerFrame;
import org.lethe.contracts.frame.VisitorsServerFrame.Changed;
import org.lethe.contracts.frame.VisitorsServerFrame.Gone;
import org.lethe.contracts.frame.VisitorsServerFrame.Visitors;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.PersonalData;

/** Makes frames of views, none of them much longer than a limit or than one view. */
final class VisitorFrames {

    /** Bounds what is held in memory for each operator who is being sent a frame. */
    static final int MAX_LENGTH = 256 * 1024;

    /** Names, times and everything short. */
    private static final int REST = 700;

    /** The names and the time of a page. */
    private static final int PAGE = 70;

    private VisitorFrames() {}

    /** The list's beginning, which replaces what the client has, and what goes on from there. */
    static List<VisitorsServerFrame> list(List<VisitorView> views) {
        List<List<VisitorView>> chunks = chunks(views);
        List<VisitorsServerFrame> frames = new ArrayList<>();
        frames.add(new Visitors(chunks.isEmpty() ? List.of() : chunks.getFirst()));
        chunks.stream().skip(1).forEach(chunk -> frames.add(new Changed(chunk)));
        return frames;
    }

    static List<VisitorsServerFrame> changes(List<VisitorView> changed, List<VisitId> gone) {
        List<VisitorsServerFrame> frames = new ArrayList<>();
        chunks(changed).forEach(chunk -> frames.add(new Changed(chunk)));
        if (!gone.isEmpty()) {
            frames.add(new Gone(gone));
        }
        return frames;
    }

    private static List<List<VisitorView>> chunks(List<VisitorView> views) {
        List<List<VisitorView>> chunks = new ArrayList<>();
        int length = MAX_LENGTH;
        for (VisitorView view : views) {
            int added = length(view);
            if (length + added > MAX_LENGTH) {
                chunks.add(new ArrayList<>());
                length = 0;
            }
            chunks.getLast().add(view);
            length += added;
        }
        return chunks;
    }

    private static int length(VisitorView view) {
        int length = REST;
        for (PageView page : view.pages()) {
            length += PAGE + length(page.url()) + length(page.title());
        }
        for (Map.Entry<DetailName, DetailText> detail : view.details().entrySet()) {
            length += length(detail.getKey()) + length(detail.getValue());
        }
        return length + length(view.url()) + length(view.title()) + length(view.referrer());
    }

    private static int length(@Nullable PersonalData data) {
        return data == null ? 0 : data.length();
    }
}

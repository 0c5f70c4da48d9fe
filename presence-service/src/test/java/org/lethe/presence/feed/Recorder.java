package org.lethe.presence.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.frame.VisitorsServerFrame;
import org.lethe.contracts.frame.VisitorsServerFrame.Changed;
import org.lethe.contracts.frame.VisitorsServerFrame.Visitors;
import org.lethe.contracts.id.VisitId;

/** A watcher that keeps what it is sent. */
final class Recorder implements Watcher {

    final List<VisitorsServerFrame> frames = new ArrayList<>();

    /** Done once in the midst of sending a frame, for what happens while a watcher reads slowly. */
    Runnable whileSending = () -> {};

    @Nullable ErrorCode cutOff;
    private final String id;

    Recorder(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void send(VisitorsServerFrame frame) {
        frames.add(frame);
        Runnable once = whileSending;
        whileSending = () -> {};
        once.run();
    }

    @Override
    public void cutOff(ErrorCode why) {
        cutOff = why;
    }

    /** The visits that a frame shows. */
    static List<VisitId> shown(VisitorsServerFrame frame) {
        List<VisitorView> views =
                switch (frame) {
                    case Visitors all -> all.visitors();
                    case Changed some -> some.visitors();
                    default -> List.of();
                };
        return views.stream().map(VisitorView::visit).toList();
    }
}

package org.lethe.acceptance.demo;

import java.util.List;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.journey.Conversation;

/** The people of the demo: plausible, and each word of theirs searchable. */
final class Personas {
    private static final long RUN = System.currentTimeMillis();

    private Personas() {}

    static Persona visitor(String address) {
        return new Persona(
                "Mara Winter " + RUN,
                "mara.winter." + RUN + "@visitor.example",
                "Where is my parcel " + RUN + "?",
                "It was to arrive on Monday (" + RUN + ").",
                "invoice " + RUN + ".txt",
                "Invoice " + RUN + "\n1 × lamp\n",
                "cart",
                "lamp-" + RUN,
                "http://shop.example/lamp?session=" + RUN,
                "http://search.example/?q=lamp+" + RUN,
                "Please call me back, order " + RUN + ".",
                address,
                Persona.FIREFOX);
    }

    /** Everything that was typed or passed, to search the stores for. */
    static List<String> words() {
        Persona any = visitor("");
        return List.of(
                any.name(),
                any.email(),
                any.question(),
                any.message(),
                any.fileName(),
                any.fileContent(),
                any.detailValue(),
                any.pageUrl(),
                any.referrer(),
                any.offlineMessage(),
                Conversation.REPLY);
    }
}

package org.lethe.acceptance.demo;

import java.util.List;
import org.lethe.acceptance.client.Persona;

/** The people of one run of the demo: plausible, and each word of theirs searchable. */
final class Personas {
    /** Stands in every text of a run, so that its mails can be told from all others. */
    private final String run = Long.toString(System.currentTimeMillis());

    String run() {
        return run;
    }

    Persona visitor(String address) {
        return new Persona(
                "Mara Winter " + run,
                "mara.winter." + run + "@visitor.example",
                "Where is my parcel " + run + "?",
                "It was to arrive on Monday (" + run + ").",
                "Of course, I'll look up " + run + ".",
                "invoice " + run + ".txt",
                "Invoice " + run + "\n1 × lamp\n",
                "cart",
                "lamp-" + run,
                "http://shop.example/lamp?run=" + run,
                "http://search.example/?q=lamp+" + run,
                "Please call me back, order " + run + ".",
                address);
    }

    /** Everything that was typed or passed, to search the stores for. */
    List<String> words() {
        Persona any = visitor("");
        return List.of(
                any.name(),
                any.email(),
                any.question(),
                any.message(),
                any.reply(),
                any.fileName(),
                any.fileContent(),
                any.detailValue(),
                any.pageUrl(),
                any.referrer(),
                any.offlineMessage());
    }
}

package org.lethe.acceptance.suite;

import org.lethe.acceptance.client.Persona;

/** People who are made up for one test. */
public final class Somebody {

    private Somebody() {}

    /** Somebody in whose every field the same word stands. */
    public static Persona of(String word, String address) {
        return new Persona(
                "name " + word,
                word + "@visitor.example",
                "question " + word,
                "message " + word,
                "reply " + word,
                word + ".txt",
                "content " + word,
                "detail",
                word,
                "http://shop.example/" + word,
                "http://search.example/" + word,
                "offline " + word,
                address);
    }
}

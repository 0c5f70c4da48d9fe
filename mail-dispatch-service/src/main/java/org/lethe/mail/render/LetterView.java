package org.lethe.mail.render;

/** What a template shows: strings only, so that templates decide nothing but the layout. */
public interface LetterView {

    /** The name of its two templates. */
    String template();

    String subject();

    /** What has become of the letter's content; empty where the letter itself tells it. */
    default String foot() {
        return Feet.of(template());
    }
}

package org.lethe.mail.render;

/** What a template shows: strings only, so that templates decide nothing but the layout. */
public interface LetterView {

    /** The name of its two templates. */
    String template();

    String subject();
}

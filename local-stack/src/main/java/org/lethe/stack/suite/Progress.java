package org.lethe.stack.suite;

import java.time.Duration;

/** Is told what happens while the stack starts; called from several threads. */
public interface Progress {

    /** Says nothing. */
    Progress SILENT = new Progress() {};

    default void ready(String part, Duration taken) {}

    /** Something that a person should know, though the stack goes on. */
    default void note(String line) {}
}

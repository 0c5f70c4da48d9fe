package org.lethe.stack.suite;

import java.time.Duration;

/** Is told what happens while the stack starts; called from several threads. */
public interface Progress {

    /** Says nothing. */
    Progress SILENT =
            new Progress() {
                @Override
                public void starting(String part) {}

                @Override
                public void ready(String part, Duration taken) {}

                @Override
                public void note(String line) {}
            };

    void starting(String part);

    void ready(String part, Duration taken);

    /** Something that a person should know, though the stack goes on. */
    void note(String line);
}

package org.lethe.privacy.seal;

import java.io.IOException;

/** The key was destroyed while a stream was under way, or before it began. */
public final class CompartmentDestroyedException extends IOException {

    private static final long serialVersionUID = 1L;

    CompartmentDestroyedException() {
        super("the compartment was destroyed");
    }
}

package org.lethe.privacy.seal;

/** Something was to be sealed for a scope whose key has been destroyed meanwhile. */
public final class ScopeGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScopeGoneException() {
        super("the scope was destroyed");
    }
}

package org.lethe.runtime.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Admits callers of these kinds to a resource method, or to all methods of a class that say nothing
 * themselves; to all others there is nothing here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowedCallers {
    CallerKind[] value();
}

package org.lethe.runtime.caller;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whom a resource method admits. A method that says nothing admits nobody. */
sealed interface Admission {

    record Everybody() implements Admission {}

    record Only(Set<CallerKind> kinds) implements Admission {
        boolean admits(Caller caller) {
            return caller.kinds().stream().anyMatch(kinds::contains);
        }
    }

    static Admission of(Class<?> resource, Method method) {
        if (method.isAnnotationPresent(Public.class)) {
            return new Everybody();
        }
        AllowedCallers allowed = method.getAnnotation(AllowedCallers.class);
        if (allowed == null) {
            allowed = resource.getAnnotation(AllowedCallers.class);
        }
        var kinds = EnumSet.noneOf(CallerKind.class);
        if (allowed != null) {
            kinds.addAll(List.of(allowed.value()));
        }
        return new Only(kinds);
    }
}

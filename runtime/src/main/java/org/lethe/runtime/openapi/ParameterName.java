package org.lethe.runtime.openapi;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a method's parameter is called in a request. */
final class ParameterName {

    private ParameterName() {}

    static Optional<String> of(Parameter parameter) {
        PathParam path = parameter.getAnnotation(PathParam.class);
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        return first(
                path == null ? null : path.value(),
                query == null ? null : query.value(),
                header == null ? null : header.value());
    }

    static boolean isBody(Parameter parameter) {
        return of(parameter).isEmpty() && !parameter.isAnnotationPresent(Context.class);
    }

    private static Optional<String> first(@Nullable String... names) {
        for (String name : names) {
            if (name != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}

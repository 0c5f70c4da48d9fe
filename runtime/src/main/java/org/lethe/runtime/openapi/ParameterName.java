package org.lethe.runtime.openapi;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Parameter;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a method's parameter is called in a request. */
final class ParameterName {

    private ParameterName() {}

    static Optional<String> of(Parameter parameter) {
        PathParam path = parameter.getAnnotation(PathParam.class);
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        return Stream.of(
                        path == null ? null : path.value(),
                        query == null ? null : query.value(),
                        header == null ? null : header.value())
                .filter(Objects::nonNull)
                .findFirst();
    }

    static boolean isBody(Parameter parameter) {
        return of(parameter).isEmpty() && !parameter.isAnnotationPresent(Context.class);
    }
}

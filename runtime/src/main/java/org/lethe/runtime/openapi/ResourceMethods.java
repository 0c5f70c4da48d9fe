package org.lethe.runtime.openapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** The methods of all resources, by what they answer. */
final class ResourceMethods {

    private final Map<String, Method> byRequest = new HashMap<>();

    static ResourceMethods of(IndexView index) {
        ResourceMethods methods = new ResourceMethods();
        index.getAnnotations(DotName.createSimple(Path.class)).stream()
                .filter(path -> path.target().kind() == AnnotationTarget.Kind.CLASS)
                .forEach(path -> methods.add(load(path.target().asClass().name().toString())));
        return methods;
    }

    Method of(String verb, String path) {
        Method method = byRequest.get(verb + " " + path);
        if (method == null) {
            throw new IllegalStateException("no resource answers " + verb + " " + path);
        }
        return method;
    }

    private void add(Class<?> resource) {
        for (Method method : resource.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    byRequest.put(verb.value() + " " + path(resource, method), method);
                }
            }
        }
    }

    private static String path(Class<?> resource, Method method) {
        String inner = value(method.getAnnotation(Path.class));
        return "/"
                + strip(value(resource.getAnnotation(Path.class)))
                + (inner.isEmpty() ? "" : "/" + strip(inner));
    }

    private static String value(@Nullable Path path) {
        return path == null ? "" : path.value();
    }

    private static String strip(String path) {
        return path.replaceAll("^/|/$", "");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

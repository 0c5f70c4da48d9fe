package org.lethe.contracts;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Makes the nullness that the compiler checks hold for JSON too: a component of a record in a
 * {@code @NullMarked} package that is neither {@code @Nullable} nor {@link Defaulted} must be
 * present and not null, and so must what it holds unless that is {@code @Nullable}.
 */
final class RequiredUnlessNullable extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return component(annotated)
                .filter(component -> !mayBeAbsent(component))
                .map(component -> JsonSetter.Value.forValueNulls(Nulls.FAIL, inside(component)))
                .orElse(JsonSetter.Value.empty());
    }

    private static Optional<RecordComponent> component(Annotated annotated) {
        return switch (annotated) {
            case AnnotatedParameter parameter ->
                    components(parameter.getDeclaringClass())
                            .filter(all -> parameter.getIndex() < all.length)
                            .map(all -> all[parameter.getIndex()]);
            case AnnotatedField field -> named(field.getDeclaringClass(), field.getName());
            case AnnotatedMethod method -> named(method.getDeclaringClass(), method.getName());
            default -> Optional.empty();
        };
    }

    private static Optional<RecordComponent> named(Class<?> type, String name) {
        return components(type)
                .flatMap(all ->
                        Arrays.stream(all)
                                .filter(component -> component.getName().equals(name))
                                .findFirst());
    }

    private static Optional<RecordComponent[]> components(Class<?> type) {
        boolean ours = type.isRecord() && type.getPackage().isAnnotationPresent(NullMarked.class);
        return ours ? Optional.of(type.getRecordComponents()) : Optional.empty();
    }

    /** What becomes of a null in a list, or of a value of a map that is null. */
    private static Nulls inside(RecordComponent component) {
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType type
                        && Stream.of(type.getAnnotatedActualTypeArguments())
                                .anyMatch(each -> each.isAnnotationPresent(Nullable.class))
                ? Nulls.SET
                : Nulls.FAIL;
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.isAnnotationPresent(Defaulted.class)
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}

package org.lethe.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.PersonalData;

/** Makes personal data of one text by the constructor, which checks nothing. */
final class TakenAsSealed extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
            MapperConfig<?> config, Annotated creator) {
        return switch (creator) {
            case AnnotatedConstructor of when isOfText(of.getDeclaringClass()) ->
                    JsonCreator.Mode.DELEGATING;
            case AnnotatedMethod of when isOfText(of.getDeclaringClass()) ->
                    JsonCreator.Mode.DISABLED;
            default -> null;
        };
    }

    private static boolean isOfText(Class<?> type) {
        return PersonalData.class.isAssignableFrom(type)
                && type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == String.class;
    }
}

package org.lethe.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Locale;

/**
 * The one way in which Lethe writes and reads JSON.
 *
 * <p>Nothing that was read stays behind in the parser: buffers are not recycled and property names
 * (a site's custom data has personal ones) are neither interned nor kept in a symbol table.
 */
public final class WireFormat {

    /** Deep enough for the deepest frame, far from what exhausts a stack. */
    static final int MAX_DEPTH = 16;

    /** A sealed account's settings are the longest string that is ever read. */
    static final int MAX_STRING_LENGTH = 512 * 1024;

    /** A site may call its details as it likes; what is too long is cut where it is read. */
    private static final int MAX_NAME_LENGTH = 64 * 1024;

    private static final JsonMapper MAPPER = create();
    private static final JsonMapper OF_SEALED = createOfSealed();

    private WireFormat() {}

    /** The shared, thread-safe mapper; not to be reconfigured. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * For content that the suite sealed: takes personal data as it was checked then, so that
     * nothing is lost when a rule changes while it lies there.
     */
    public static JsonMapper ofSealed() {
        return OF_SEALED;
    }

    /** Gives a mapper that somebody else made the same behaviour. */
    public static void configure(ObjectMapper mapper) {
        configure(mapper.getFactory());
        mapper.registerModule(new JavaTimeModule());
        mapper.registerModule(new Jdk8Module());
        mapper.configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false);
        mapper.configure(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, false);
        mapper.configure(SerializationFeature.FAIL_ON_EMPTY_BEANS, false);
        mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        mapper.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
        mapper.configure(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, true);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
        mapper.setAnnotationIntrospector(
                AnnotationIntrospector.pair(
                        new JacksonAnnotationIntrospector(), new RequiredUnlessNullable()));
    }

    /** The wire name of an enum's constant: lower case with hyphens. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonMapper create() {
        var mapper = new JsonMapper();
        configure(mapper);
        return mapper;
    }

    private static JsonMapper createOfSealed() {
        JsonMapper mapper = create();
        mapper.setAnnotationIntrospector(
                AnnotationIntrospector.pair(
                        new TakenAsSealed(),
                        mapper.getDeserializationConfig().getAnnotationIntrospector()));
        return mapper;
    }

    // The builder of JsonFactory is of no use here: Quarkus hands over a mapper that is made.
    @SuppressWarnings("deprecation")
    private static void configure(JsonFactory factory) {
        factory.setRecyclerPool(JsonRecyclerPools.nonRecyclingPool());
        factory.configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false);
        factory.configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false);
        factory.configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature(), false);
        factory.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        factory.setStreamReadConstraints(
                StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_STRING_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxNumberLength(32)
                        .build());
    }
}

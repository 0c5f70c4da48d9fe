package org.lethe.contracts.schema;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedClassResolver;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.Defaulted;
import org.lethe.contracts.WireFormat;

/**
 * JSON schemas of what {@link WireFormat} writes and reads, derived from the types as Jackson sees
 * them: names, values, subtypes. What is not {@code @Nullable}, {@code Optional} or {@link
 * Defaulted} is required.
 */
public final class JsonSchemas {

    private static final JsonMapper JSON = WireFormat.mapper();
    private static final String COMPONENTS = "#/components/schemas/";

    private final String prefix;
    private final Map<String, ObjectNode> named = new TreeMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    /** For a document of OpenAPI or AsyncAPI, where {@link #named()} are the components. */
    public JsonSchemas() {
        this(COMPONENTS);
    }

    /**
     * For a document that has {@link #named()} at another place.
     *
     * @param prefix of references, such as {@code #/$defs/}
     */
    public JsonSchemas(String prefix) {
        this.prefix = prefix;
    }

    /** All schemas that were referred to, by name. */
    public Map<String, ObjectNode> named() {
        return named;
    }

    /**
     * The schema of a record, not only a reference to it.
     *
     * @param type its value of the property {@code type}; null if it has none
     */
    public ObjectNode ofRecord(Class<?> record, @Nullable String type) {
        ObjectNode schema = node("object");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        if (type != null) {
            properties.set("type", JsonNodeFactory.instance.objectNode().put("const", type));
            required.add("type");
        }
        Map<String, String> wireNames = wireNames(record);
        for (RecordComponent component : record.getRecordComponents()) {
            String name = wireNames.get(component.getName());
            if (name != null && !takesWhatHasNoName(component)) {
                properties.set(name, of(component.getGenericType()));
                if (isRequired(component)) {
                    required.add(name);
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.set("properties", properties);
        return schema;
    }

    /** The schema of a type; what has a name of its own is a reference to {@link #named()}. */
    public ObjectNode of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> ofGeneric(generic);
            case Class<?> plain -> ofClass(plain);
            default -> throw new IllegalArgumentException(type.getTypeName());
        };
    }

    private ObjectNode ofGeneric(ParameterizedType generic) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode schema = node("object");
            schema.set("propertyNames", of(arguments[0]));
            schema.set("additionalProperties", of(arguments[1]));
            return schema;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode schema = node("array");
            schema.set("items", of(arguments[0]));
            return raw == Set.class ? schema.put("uniqueItems", true) : schema;
        }
        throw new IllegalArgumentException(generic.getTypeName());
    }

    private ObjectNode ofClass(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return node("boolean");
        }
        if (type == int.class || type == Integer.class) {
            return node("integer").put("format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return node("integer").put("format", "int64");
        }
        if (type == double.class || type == Double.class) {
            return node("number").put("format", "double");
        }
        if (Strings.isOfTheJdk(type)) {
            return Strings.ofTheJdk(type);
        }
        if (type == Object.class || JsonNode.class.isAssignableFrom(type)) {
            return JsonNodeFactory.instance.objectNode();
        }
        return reference(type);
    }

    private ObjectNode reference(Class<?> type) {
        String name = names.get(type);
        if (name == null) {
            name = nameOf(type);
            names.put(type, name);
            // Set before it is made, so that a type may hold itself.
            named.put(name, JsonNodeFactory.instance.objectNode());
            named.put(name, definition(type));
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", prefix + name);
    }

    /** A nested type whose name is taken is told from the other by its outer type. */
    private String nameOf(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> outer = type.getEnclosingClass();
        return named.containsKey(name) && outer != null ? outer.getSimpleName() + name : name;
    }

    private ObjectNode definition(Class<?> type) {
        if (type.isEnum()) {
            ObjectNode schema = node("string");
            ArrayNode values = schema.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                values.add(JSON.<JsonNode>valueToTree(constant));
            }
            return schema;
        }
        Optional<Type> value = value(type);
        if (value.isPresent()) {
            return value.get() == String.class ? Strings.of(type) : of(value.get());
        }
        if (type.isSealed() && type.isAnnotationPresent(JsonTypeInfo.class)) {
            return oneOf(type);
        }
        if (type.isRecord()) {
            return ofRecord(type, null);
        }
        throw new IllegalArgumentException("no schema for " + type.getName());
    }

    private ObjectNode oneOf(Class<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode options = schema.putArray("oneOf");
        AnnotatedClass annotated =
                AnnotatedClassResolver.resolveWithoutSuperTypes(
                        JSON.getDeserializationConfig(), type);
        JSON
                .getSubtypeResolver()
                .collectAndResolveSubtypesByTypeId(JSON.getDeserializationConfig(), annotated)
                .stream()
                .filter(option -> option.getType().isRecord())
                .sorted(Comparator.comparing(option -> option.getName()))
                .forEach(option -> options.add(ofRecord(option.getType(), option.getName())));
        return schema;
    }

    /** What stands for the type in JSON, if it is a single value. */
    private static Optional<Type> value(Class<?> type) {
        AnnotatedMember written = introspect(type).findJsonValueAccessor();
        if (written != null) {
            return Optional.of(written.getRawType());
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(JsonSchemas::readsAsAWhole)
                .map(creator -> creator.getGenericParameterTypes()[0])
                .findFirst();
    }

    private static boolean readsAsAWhole(Method method) {
        JsonCreator creator = method.getAnnotation(JsonCreator.class);
        return Modifier.isStatic(method.getModifiers())
                && creator != null
                && creator.mode() == JsonCreator.Mode.DELEGATING;
    }

    private static Map<String, String> wireNames(Class<?> record) {
        return introspect(record).findProperties().stream()
                .collect(
                        Collectors.toMap(
                                property -> property.getInternalName(),
                                property -> property.getName()));
    }

    /** Holds members that a schema does not know: it is none of them. */
    private static boolean takesWhatHasNoName(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonAnySetter.class);
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getType() != Optional.class
                && !component.isAnnotationPresent(Defaulted.class)
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static BeanDescription introspect(Class<?> type) {
        return JSON.getSerializationConfig().introspect(JSON.constructType(type));
    }

    private static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}

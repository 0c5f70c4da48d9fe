package org.lethe.contracts.asyncapi;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedClassResolver;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.SealedBytes;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.frame.BearerToken;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.PersonalData;

/** JSON schemas of the contracts' records; what the records say is what holds. */
final class Schemas {

    private static final JsonMapper JSON = WireFormat.mapper();
    private static final String SCOPE = "[0-6][0-9]-[0-9a-z]{4}-[0-9a-z]{26}$";
    private static final Map<Class<?>, String> PATTERNS =
            Map.ofEntries(
                    Map.entry(VisitId.class, "^v" + SCOPE),
                    Map.entry(ChatId.class, "^c" + SCOPE),
                    Map.entry(LetterId.class, "^l" + SCOPE),
                    Map.entry(ErasureId.class, "^e" + SCOPE),
                    Map.entry(ScopeId.class, "^[vcle]" + SCOPE),
                    Map.entry(AccountId.class, "^[a-z][a-z0-9-]{2,39}$"),
                    Map.entry(OperatorId.class, "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
                    Map.entry(FileId.class, "^f-[0-9a-z]{26}$"),
                    Map.entry(ReceiptId.class, "^r-[0-9a-z]{26}$"),
                    Map.entry(ClientMessageId.class, "^[A-Za-z0-9_-]{8,64}$"),
                    Map.entry(Digest.class, "^[0-9a-f]{64}$"),
                    Map.entry(SignedReceipt.class, "^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}$"));

    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** All schemas that were referred to, by name. */
    Map<String, ObjectNode> named() {
        return named;
    }

    /**
     * The schema of a record.
     *
     * @param type its value of the property {@code type}; null if it has none
     */
    ObjectNode ofRecord(Class<?> record, @Nullable String type) {
        ObjectNode schema = node().put("type", "object");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        ObjectNode properties = node();
        if (type != null) {
            properties.set("type", node().put("const", type));
            required.add("type");
        }
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(component.getName(), of(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.set("properties", properties);
        return schema;
    }

    private ObjectNode of(Type type) {
        return switch (type) {
            case ParameterizedType generic when generic.getRawType() == List.class ->
                    array(of(generic.getActualTypeArguments()[0]));
            case ParameterizedType generic when generic.getRawType() == Map.class ->
                    map(generic.getActualTypeArguments());
            case Class<?> plain -> of(plain);
            default -> throw new IllegalArgumentException(type.getTypeName());
        };
    }

    private ObjectNode of(Class<?> type) {
        if (type == boolean.class) {
            return node().put("type", "boolean");
        }
        if (type == int.class || type == Integer.class) {
            return node().put("type", "integer").put("format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return node().put("type", "integer").put("format", "int64");
        }
        if (type == String.class) {
            return node().put("type", "string");
        }
        if (type == Instant.class) {
            return node().put("type", "string").put("format", "date-time");
        }
        if (!named.containsKey(type.getSimpleName())) {
            // Set before it is made, so that a type may hold itself.
            named.put(type.getSimpleName(), node());
            named.put(type.getSimpleName(), definition(type));
        }
        return node().put("$ref", "#/components/schemas/" + type.getSimpleName());
    }

    private ObjectNode definition(Class<?> type) {
        if (type.isEnum()) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            for (Object constant : type.getEnumConstants()) {
                values.add(JSON.<JsonNode>valueToTree(constant));
            }
            ObjectNode schema = node().put("type", "string");
            schema.set("enum", values);
            return schema;
        }
        if (PersonalData.class.isAssignableFrom(type)) {
            return personal(type);
        }
        if (type == BearerToken.class) {
            return node().put("type", "string").put("minLength", 1).put("maxLength", 8_192);
        }
        if (type == SealedBytes.class) {
            return node().put("type", "string").put("contentEncoding", "base64");
        }
        String pattern = PATTERNS.get(type);
        if (pattern != null) {
            return node().put("type", "string").put("pattern", pattern);
        }
        if (type.isSealed() && type.isAnnotationPresent(JsonTypeInfo.class)) {
            return oneOf(type);
        }
        if (type.isRecord() && !hasValue(type)) {
            return ofRecord(type, null);
        }
        throw new IllegalArgumentException("no schema for " + type.getSimpleName());
    }

    private static ObjectNode personal(Class<?> type) {
        ObjectNode schema = node().put("type", "string");
        try {
            schema.put("maxLength", type.getField("MAX_LENGTH").getInt(null));
        } catch (NoSuchFieldException bounded) {
            // Its form bounds it.
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return schema.put("description", "Data of a person; never logged or kept in clear.")
                .put("x-personal-data", true);
    }

    private ObjectNode oneOf(Class<?> type) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
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
        ObjectNode schema = node();
        schema.set("oneOf", options);
        return schema;
    }

    private ObjectNode map(Type... arguments) {
        ObjectNode schema = node().put("type", "object");
        schema.set("propertyNames", of(arguments[0]));
        schema.set("additionalProperties", of(arguments[1]));
        return schema;
    }

    private static boolean hasValue(Class<?> type) {
        JavaType javaType = JSON.constructType(type);
        return JSON.getSerializationConfig().introspect(javaType).findJsonValueAccessor() != null
                || Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.isAnnotationPresent(JsonValue.class));
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode schema = node().put("type", "array");
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}

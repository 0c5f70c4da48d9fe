package org.lethe.runtime.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.Problem;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.schema.JsonSchemas;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.NamedAccount;
import org.lethe.runtime.caller.Public;

/** An operation of a document, with the method that answers it. */
final class DocumentedOperation {

    private static final String JSON = "application/json";

    private final Operation operation;
    private final Method method;
    private final JsonSchemas schemas;
    private final DocumentedProblems problems;

    DocumentedOperation(
            Operation operation, Method method, JsonSchemas schemas, DocumentedProblems problems) {
        this.operation = operation;
        this.method = method;
        this.schemas = schemas;
        this.problems = problems;
    }

    void complete() {
        operation.setSecurity(security());
        describeParameters();
        describeAccount();
        describeBody();
        describeAnswers();
    }

    private List<SecurityRequirement> security() {
        List<SecurityRequirement> alternatives = new ArrayList<>();
        callers().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(kind ->
                        alternatives.add(
                                OASFactory.createSecurityRequirement()
                                        .addScheme(WireFormat.name(kind))));
        return alternatives;
    }

    private List<CallerKind> callers() {
        AllowedCallers own = method.getAnnotation(AllowedCallers.class);
        AllowedCallers all = method.getDeclaringClass().getAnnotation(AllowedCallers.class);
        AllowedCallers allowed = own == null ? all : own;
        boolean everybody = method.isAnnotationPresent(Public.class) || allowed == null;
        return everybody ? List.of() : List.of(allowed.value());
    }

    private void describeParameters() {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : method.getParameters()) {
            Class<?> type = parameter.getType();
            if (!type.isPrimitive() && type != String.class) {
                operation.getParameters().stream()
                        .filter(described ->
                                ParameterName.of(parameter)
                                        .filter(described.getName()::equals)
                                        .isPresent())
                        .forEach(described ->
                                described.setSchema(
                                        SchemaModel.of(
                                                schemas.of(parameter.getParameterizedType()))));
            }
        }
    }

    /** Whoever is signed in may be of several accounts, or of none. */
    private void describeAccount() {
        if (callers().stream().anyMatch(DocumentedOperation::namesAccount)) {
            operation.addParameter(
                    OASFactory.createParameter()
                            .in(In.HEADER)
                            .name(NamedAccount.HEADER)
                            .description(
                                    "The account that it is for; needed by who is of several"
                                            + " accounts, and by staff")
                            .schema(SchemaModel.of(schemas.of(AccountId.class))));
        }
    }

    private static boolean namesAccount(CallerKind kind) {
        return switch (kind) {
            case OPERATOR, ADMINISTRATOR, PRIVACY_OFFICER, DELEGATE, PETITIONER -> true;
            case VISITOR, PARTICIPANT, STAFF -> false;
        };
    }

    private void describeBody() {
        for (Parameter parameter : method.getParameters()) {
            var described =
                    parameter.getAnnotation(
                            org.eclipse.microprofile.openapi.annotations.parameters.RequestBody
                                    .class);
            if (described != null) {
                Arrays.stream(described.content())
                        .filter(content -> content.schema().implementation().isRecord())
                        .forEach(content -> takes(content, content.schema().implementation()));
            } else if (ParameterName.isBody(parameter) && parameter.getType().isRecord()) {
                operation.setRequestBody(OASFactory.createRequestBody());
                takes(null, parameter.getType());
            }
        }
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
        }
    }

    private void takes(@Nullable Content content, Class<?> type) {
        var body = operation.getRequestBody();
        if (body.getContent() == null) {
            body.setContent(OASFactory.createContent());
        }
        body.getContent()
                .addMediaType(
                        content == null ? JSON : mediaType(content),
                        OASFactory.createMediaType().schema(SchemaModel.of(schemas.of(type))));
    }

    private void describeAnswers() {
        APIResponses found = operation.getResponses();
        Map<String, APIResponse> answers = new TreeMap<>();
        for (var declared :
                method.getAnnotationsByType(
                        org.eclipse.microprofile.openapi.annotations.responses.APIResponse.class)) {
            APIResponse answer = found.getAPIResponse(declared.responseCode());
            if (declared.content().length == 0) {
                // What Quarkus adds by itself is not what is declared.
                answer.setContent(null);
            }
            Arrays.stream(declared.content())
                    .filter(content -> content.schema().implementation().isRecord())
                    .forEach(content -> answers(answer, content));
            answers.put(declared.responseCode(), answer);
        }
        describeReturned(answers);
        describeProblems(answers);
        operation.setResponses(OASFactory.createAPIResponses());
        answers.forEach(operation.getResponses()::addAPIResponse);
    }

    private void describeReturned(Map<String, APIResponse> answers) {
        Type type = method.getGenericReturnType();
        boolean isDeclared =
                answers.entrySet().stream()
                        .anyMatch(answer ->
                                isSuccess(answer.getKey())
                                        && answer.getValue().getContent() != null);
        if (isDeclared || type == Response.class) {
            return;
        }
        APIResponse answer = answers.computeIfAbsent(status(answers), DocumentedOperation::answer);
        if (type != void.class) {
            answers(answer, JSON, schemas.of(type));
        }
    }

    private String status(Map<String, APIResponse> answers) {
        ResponseStatus status = method.getAnnotation(ResponseStatus.class);
        String usual = method.getReturnType() == void.class ? "204" : "200";
        return status != null
                ? String.valueOf(status.value())
                : answers.keySet().stream()
                        .filter(DocumentedOperation::isSuccess)
                        .findFirst()
                        .orElse(usual);
    }

    private static APIResponse answer(String status) {
        return OASFactory.createAPIResponse()
                .description(status.equals("204") ? "Done" : "The answer");
    }

    private static boolean isSuccess(String status) {
        return status.startsWith("2");
    }

    private static String mediaType(Content content) {
        return content.mediaType().isEmpty() ? JSON : content.mediaType();
    }

    private void answers(APIResponse answer, Content content) {
        Class<?> type = content.schema().implementation();
        String mediaType = mediaType(content);
        answers(
                answer,
                mediaType,
                mediaType.equals(Problem.MEDIA_TYPE) ? members(type) : schemas.of(type));
    }

    /** Of a problem with members of its own; another of its status may lack them. */
    private ObjectNode members(Class<?> type) {
        ObjectNode members = schemas.ofRecord(type, null);
        members.remove("required");
        return members;
    }

    private static void answers(APIResponse answer, String mediaType, ObjectNode schema) {
        var content = OASFactory.createContent();
        if (answer.getContent() != null) {
            // An answer of several forms.
            content.setMediaTypes(answer.getContent().getMediaTypes());
        }
        answer.setContent(
                content.addMediaType(
                        mediaType, OASFactory.createMediaType().schema(SchemaModel.of(schema))));
    }

    private void describeProblems(Map<String, APIResponse> answers) {
        Set<Integer> statuses = new TreeSet<>(Set.of(403, 500, 503));
        if (!callers().isEmpty()) {
            // Whoever may call, somebody of several accounts is asked first which one is meant.
            statuses.addAll(Set.of(400, 401, 404));
        }
        if (operation.getParameters() != null) {
            statuses.addAll(Set.of(400, 404));
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of(400, 413, 415));
        }
        boolean isHead = method.isAnnotationPresent(HEAD.class);
        answers.replaceAll((status, answer) ->
                isProblem(status) && !isHead
                        ? problems.response(Integer.parseInt(status), answer)
                        : answer);
        statuses.forEach(status ->
                answers.putIfAbsent(
                        String.valueOf(status),
                        isHead
                                ? OASFactory.createAPIResponse().description("Refused")
                                : problems.of(status)));
    }

    private static boolean isProblem(String status) {
        return status.charAt(0) >= '4' && !status.equals("416");
    }
}

package org.lethe.file;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;

/** Asks for files as a browser does. */
final class FileCalls {

    private static final String PNG = "89504e470d0a1a0a0000000d49484452";

    private FileCalls() {}

    static Response upload(ChatId chat, String token, String name, byte[] bytes) {
        return with(token)
                .contentType("application/octet-stream")
                .header("Lethe-File-Name", name)
                .body(bytes)
                .post(path(chat));
    }

    static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    static String path(ChatId chat) {
        return "/v1/chats/" + chat.value() + "/files";
    }

    static String path(ChatId chat, String file) {
        return path(chat) + "/" + file;
    }

    /** The operator that a token is of. */
    static OperatorId operator(String token) {
        String claims = claims(token);
        int at = claims.indexOf("\"sub\":\"") + 7;
        return OperatorId.of(claims.substring(at, claims.indexOf('"', at)));
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    }

    /** So many bytes that begin as a picture does. */
    static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        byte[] head = HexFormat.of().parseHex(PNG);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }
}

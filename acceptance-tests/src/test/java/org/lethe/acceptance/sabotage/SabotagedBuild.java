package org.lethe.acceptance.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lethe.stack.service.ServiceKind;

/** A copy of a service's shipped build with one thing in it broken; laid out as a checkout is. */
final class SabotagedBuild {
    private final Path root;
    private final ServiceKind service;

    private SabotagedBuild(Path root, ServiceKind service) {
        this.root = root;
        this.service = service;
    }

    static SabotagedBuild copyOf(ServiceKind service, Path checkout, Path folder) {
        Path build = Path.of(service.module(), "target", "quarkus-app");
        try (Stream<Path> files = Files.walk(checkout.resolve(build))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(checkout.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SabotagedBuild(folder, service);
    }

    /**
     * Makes the vault's destruction tell of itself, and do nothing, where a Lua condition holds.
     */
    SabotagedBuild withoutDestruction(String condition) {
        String head = "local function destroy(scope, reason)\n";
        String lie = "return 0, farewell_words(scope, reason)";
        String sabotage = head + "  if " + condition + " then " + lie + " end\n";
        replaceIn("redis/prelude/destruction.lua", head, sabotage);
        return this;
    }

    /** Makes what is destroyed leave its entries in the index. */
    SabotagedBuild withEntriesLeftBehind() {
        replaceIn(
                "redis/prelude/destruction.lua",
                "leave(scope, terms_of(scope))",
                "terms_of(scope)");
        return this;
    }

    /** Makes the index find nobody, whatever is looked for. */
    SabotagedBuild withoutFinding() {
        replaceIn("redis/vault/find.lua", "redis.call('EXISTS', unpack(keys)) == 0", "true");
        return this;
    }

    /** Makes gdpr-service see in no scope which others it leads to. */
    SabotagedBuild withoutLinks() {
        ClassDesc set = ClassDesc.of("java.util.Set");
        return pretending(
                "org/lethe/gdpr/subject/Walk.class",
                Map.of(
                        "links",
                        code -> code.pop().invokestatic(set, "of", MethodTypeDesc.of(set), true)));
    }

    /** Makes chat-service miss nobody: chats outlive the leaving of their visitors. */
    SabotagedBuild withoutMissingVisitors() {
        replaceIn("redis/chat/unseen.lua", "elseif deadline <= now then", "elseif false then");
        return this;
    }

    /** Makes presence-service take the end of a socket for a sign of life. */
    SabotagedBuild withSocketsEndingAsSignsOfLife() {
        replaceIn("redis/presence/attend.lua", "now - tonumber(ARGV[5])", "now");
        return this;
    }

    /** Makes the store that was lost say that it is the one that it was. */
    SabotagedBuild withoutNewEpochs() {
        replaceIn("redis/vault/epoch.lua", "ARGV[1], 'NX'", "'same', 'NX'");
        return this;
    }

    /** Makes a class believe that it deletes files. */
    SabotagedBuild withoutDeletionBy(String className) {
        return pretending(
                className,
                Map.of(
                        "deleteIfExists",
                        code -> code.pop().iconst_0(),
                        "delete",
                        CodeBuilder::pop));
    }

    /** Makes sockets need all that their handshakes brought. */
    SabotagedBuild withoutForgottenHandshakes() {
        return pretending(
                "org/lethe/runtime/socket/ForgetfulUpgrade.class",
                Map.of("isNeeded", code -> code.pop().iconst_1()));
    }

    /** Makes keys stay where they stood in memory. */
    SabotagedBuild withoutZeroedKeys() {
        return pretending(
                "org/lethe/privacy/seal/KeyMemory.class", Map.of("fill", CodeBuilder::pop));
    }

    /** Puts something in the place of a class' calls of methods, by their names. */
    private SabotagedBuild pretending(String className, Map<String, Consumer<CodeBuilder>> calls) {
        inJarWith(
                className,
                file -> {
                    ClassFile classes = ClassFile.of();
                    CodeTransform pretend =
                            (code, element) -> {
                                String called =
                                        element instanceof InvokeInstruction call
                                                ? call.name().stringValue()
                                                : "";
                                calls.getOrDefault(called, own -> own.with(element)).accept(code);
                            };
                    ClassTransform everywhere =
                            ClassTransform.transformingMethodBodies(
                                    (MethodModel method) -> true, pretend);
                    byte[] original = Files.readAllBytes(file);
                    byte[] changed = classes.transformClass(classes.parse(original), everywhere);
                    requireChange(!Arrays.equals(original, changed));
                    Files.write(file, changed);
                });
        return this;
    }

    private void replaceIn(String resource, String text, String replacement) {
        inJarWith(
                resource,
                file -> {
                    String before = Files.readString(file);
                    requireChange(before.contains(text));
                    Files.writeString(file, before.replace(text, replacement));
                });
    }

    private static void requireChange(boolean changed) {
        if (!changed) {
            throw new IllegalStateException("the shipped code is not as the sabotage expects it");
        }
    }

    /** In each of them: Quarkus may keep a transformed copy of a class, which comes first. */
    private void inJarWith(String entry, Change change) {
        boolean found = false;
        try {
            for (Path jar : jars()) {
                try (FileSystem content = FileSystems.newFileSystem(jar)) {
                    Path file = content.getPath(entry);
                    if (Files.exists(file)) {
                        change.apply(file);
                        found = true;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!found) {
            throw new IllegalStateException("no jar of " + service.module() + " holds " + entry);
        }
    }

    private List<Path> jars() throws IOException {
        Path build = root.resolve(service.module()).resolve("target/quarkus-app");
        try (Stream<Path> files = Files.walk(build)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(SabotagedBuild::isOurs)
                    .toList();
        }
    }

    /** Libraries of others are by far the most. */
    private static boolean isOurs(Path jar) {
        boolean library = jar.toString().contains("/lib/");
        return !library || jar.getFileName().toString().startsWith("org.lethe.");
    }

    private interface Change {
        void apply(Path file) throws IOException;
    }
}

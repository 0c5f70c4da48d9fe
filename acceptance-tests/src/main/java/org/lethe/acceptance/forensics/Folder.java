package org.lethe.acceptance.forensics;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** All files below a folder, names included. */
record Folder(String name, Path path) implements Place {

    @Override
    public void read(Reader reader) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new IOException("there is no such folder");
        }
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        String relative = path.relativize(file).toString();
                        reader.name(relative);
                        if (attributes.isRegularFile()) {
                            content(file, relative, reader);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }
                });
    }

    private static void content(Path file, String relative, Reader reader) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            reader.part(relative, content);
        } catch (NoSuchFileException e) {
            // a segment or temporary file that went away while the folder was walked holds nothing
            // any more
        }
    }
}

/** Resolves when somebody can see the page: at once, or when it comes to the front again. */
export function pageInSight(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!document.hidden) {
        document.removeEventListener('visibilitychange', look);
        resolve();
      }
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
}

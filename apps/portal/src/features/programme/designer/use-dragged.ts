import { type DragEvent, type HTMLAttributes, useState } from 'react';

/** Something that can be dragged to the place of another of its kind. Menus and Alt with the arrow keys do the same. */
export function useDragged(
  kind: string,
  place: number,
  onDrop: (from: number) => void,
): HTMLAttributes<HTMLElement> & { draggable: true } & { 'data-over': boolean } {
  const [isOver, setIsOver] = useState(false);
  const type = `application/x-assay-${kind}`;
  const isMeant = (event: DragEvent) => event.dataTransfer.types.includes(type);
  return {
    draggable: true,
    'data-over': isOver,
    onDragStart: (event) => {
      event.dataTransfer.setData(type, String(place));
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event) => {
      if (!isMeant(event)) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event) => {
      setIsOver(false);
      if (!isMeant(event)) return;
      event.preventDefault();
      const from = Number(event.dataTransfer.getData(type));
      if (from !== place) onDrop(from);
    },
  };
}

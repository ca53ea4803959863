/** Something that happened, as other contexts may know it; `payload` is plain JSON. */
export interface DomainEvent<Type extends string = string, Payload extends object = object> {
  readonly type: Type;
  readonly payload: Payload;
}

/** An event that left its transaction; `id` makes listeners idempotent. */
export interface AnnouncedEvent<Type extends string = string, Payload extends object = object> extends DomainEvent<
  Type,
  Payload
> {
  readonly id: string;
  readonly occurredAt: Date;
}

/** Events written here are announced if, and only if, the surrounding transaction commits. */
export abstract class Outbox {
  abstract announce(...events: readonly DomainEvent[]): Promise<void>;
  /** Announced at an instant ahead, not before; null: at once. */
  abstract announceAt(at: Date | null, ...events: readonly DomainEvent[]): Promise<void>;
  /** Takes back events of a type that nobody was told yet and whose payload says all of `about`. */
  abstract recall(type: string, about: object): Promise<void>;
}

/** Reacts to one event type, at least once per event and in its own transaction, in the event's tenant. */
export interface EventListener<Event extends DomainEvent = DomainEvent> {
  readonly name: string;
  readonly eventType: Event['type'];
  handle(event: AnnouncedEvent<Event['type'], Event['payload']>): Promise<void>;
}

/** Where listeners sign up when their module starts. */
export abstract class EventListeners {
  abstract add(listener: EventListener): void;
}

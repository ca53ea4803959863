import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { searchWords } from '../../domain/search-words.js';
import { corrections } from '../../domain/spelling.js';
import { ShortMemory } from '../../../shared/short-memory.js';

/** What to look for: every word, and of each choice (`cimento|cimentos`) at least one spelling. */
export interface SearchPlan {
  readonly words: readonly string[];
  readonly choices: readonly string[];
  readonly phrase: string;
  /** Set when a word was misspelt and another is searched instead. */
  readonly corrected?: string;
}

/** Turns what was typed into words to look for; a word that no product contains gives way to the nearest that exist. */
@Injectable()
export class SearchPlans {
  private readonly plans = new ShortMemory<SearchPlan>(10_000, 2_000);

  constructor(private readonly database: Database) {}

  /** Null when there is nothing to search for. */
  async of(search: string | undefined): Promise<SearchPlan | null> {
    const typed = searchWords(search ?? '');
    return typed.length === 0 ? null : this.plans.get(typed.join(' '), () => this.plan(typed));
  }

  /** As typed, for those who look for products of any status. */
  asTyped(search: string | undefined): SearchPlan | null {
    const words = searchWords(search ?? '');
    return words.length === 0 ? null : { words, choices: [], phrase: words.join(' ') };
  }

  private async plan(typed: readonly string[]): Promise<SearchPlan> {
    const rows = await this.database.sql<{ word: string }>`
      select word from catalog.unknown_words(${typed}::text[]) as word`;
    const spellings = new Map<string, readonly string[]>();
    for (const { word } of rows) {
      const near = corrections(word, await this.similarTo(word));
      if (near.length > 0) spellings.set(word, near);
    }
    const phrase = typed.map((word) => spellings.get(word)?.[0] ?? word).join(' ');
    return {
      words: typed.filter((word) => !spellings.has(word)),
      choices: [...spellings.values()].map((near) => near.join('|')),
      phrase,
      ...(spellings.size > 0 ? { corrected: phrase } : {}),
    };
  }

  private async similarTo(word: string): Promise<string[]> {
    const rows = await this.database.sql<{ word: string }>`
      select word from catalog.similar_words(${word}) as word`;
    return rows.map((row) => row.word);
  }
}

/** The variables of an expression: `ROOT` is the document that is looked at. */
export type Scope = Readonly<Record<string, unknown>>;
/** An expression, ready to be evaluated; `undefined` is a missing value. */
export type Evaluate = (scope: Scope) => unknown;
/** Compiles a part of an expression; `more` are names of variables that are known within it. */
export type Compile = (expression: unknown, more?: readonly string[]) => Evaluate;
/** Makes an operator from its operand. */
export type Operator = (operand: unknown, compile: Compile, name: string) => Evaluate;

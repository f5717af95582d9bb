using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>State of a grain, injected with <see cref="PersistentStateAttribute"/> and loaded before <c>OnActivateAsync</c>.</summary>
public interface IPersistentState<TState> : IStorage<TState>;

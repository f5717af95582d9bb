using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded;

/// <summary>A state that is read when its grain is activated.</summary>
internal abstract class PersistentState
{
    public abstract Task ReadAsync();
}

/// <summary>Operations follow each other, so that overlapping turns never write with the same etag.</summary>
internal sealed class PersistentState<T>(string stateName, GrainId grainId, IGrainStorage storage) : PersistentState, IPersistentState<T>
{
    private static readonly bool HasConstructor = typeof(T).IsValueType || typeof(T).GetConstructor(
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null;

    private readonly GrainState<T> _record = new(Empty());
    private Task _last = Task.CompletedTask;

    public T State
    {
        get => _record.State!;
        set => _record.State = value;
    }

    public string? Etag => _record.ETag;

    public bool RecordExists => _record.RecordExists;

    public override Task ReadAsync() => ReadStateAsync();

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) => After(_last, async () =>
    {
        await storage.ReadStateAsync(stateName, grainId, _record, cancellationToken);
        _record.State ??= Empty();
    });

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        After(_last, () => storage.WriteStateAsync(stateName, grainId, _record, cancellationToken));

    public Task ClearStateAsync(CancellationToken cancellationToken) => After(_last, async () =>
    {
        await storage.ClearStateAsync(stateName, grainId, _record, cancellationToken);
        _record.State = Empty();
    });

    private static T Empty() => HasConstructor
        ? Activator.CreateInstance<T>()
        : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));

    private Task After(Task previous, Func<Task> operation)
    {
        return _last = previous.IsCompleted ? operation() : WaitAsync();

        async Task WaitAsync()
        {
            await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            await operation();
        }
    }
}

using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Embedded;

internal sealed partial class Activation
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Turn} of {GrainId} failed, and nobody awaits it.")]
    private static partial void LogUnattendedFailure(ILogger logger, Exception exception, string turn, GrainId grainId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Turn} of {GrainId} met a state that it had not read; the activation is dropped.")]
    private static partial void LogInconsistentState(ILogger logger, Exception exception, string turn, GrainId grainId);

    [LoggerMessage(Level = LogLevel.Error, Message = "{GrainId} could not be activated.")]
    private static partial void LogActivationFailed(ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(Level = LogLevel.Error, Message = "{GrainId} failed while it was deactivated; the deactivation goes on.")]
    private static partial void LogDeactivationFailed(ILogger logger, Exception exception, GrainId grainId);
}
